import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Odd"
extensions = ["briefbook.pdf", "odd_nodes"]
smartquotes = False
