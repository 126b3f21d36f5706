"""What a country pack holds: services, rules and words about one country, for officers without a connection."""
