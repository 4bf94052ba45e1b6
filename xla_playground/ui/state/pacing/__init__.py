"""How often what follows the calls is brought up to date."""
