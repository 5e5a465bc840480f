"""Makes Kawat's encoder: prepare, train, evaluate, export. Needs the dependency group `training`; see README.md."""
