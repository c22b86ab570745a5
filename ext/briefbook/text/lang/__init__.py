"""The facts of languages, as tables: ``load`` reads and checks them."""
