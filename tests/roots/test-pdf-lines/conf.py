import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Lines"
extensions = ["briefbook.pdf", "misplaced_nodes", "sphinx.ext.graphviz"]
smartquotes = False
numfig = True
