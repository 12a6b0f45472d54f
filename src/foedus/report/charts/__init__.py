"""Pictures: one grammar for notebook, command line, report and page, drawn without a network."""
