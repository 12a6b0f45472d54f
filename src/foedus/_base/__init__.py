"""What every room stands on: errors, dates, and the reading of documents."""
