"""The containers: what `docker-compose.yml` mounts, and the maker of its secrets."""
