"""The embedded register: actors, treaties, classes and areas, looked up by code, name and date."""
