project = "Waiting"
extensions = ["myst_parser"]
html_theme = "furo"
html_favicon = "icon.svg"
# These two are what sphinx-quickstart writes.
templates_path = ["_templates"]
html_static_path = ["_static"]
