-- Which key a kept secret is sealed with; without one it stands as it is, from before secrets were sealed.
ALTER TABLE webhook_endpoint ADD COLUMN secret_key text;
ALTER TABLE webhook_endpoint ADD COLUMN former_secret_key text;
