"""PostgreSQL as Django knows it, with a pool that notices when the server has gone."""
