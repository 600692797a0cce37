"""Grafana dashboards as code: `make generate` writes `dashboards/` from what the code declares."""
