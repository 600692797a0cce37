"""Alert rules, their tests, and what checks them."""
