import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Briefing book"
author = "The editors"
extensions = ["briefbook.pdf", "article_nodes"]
smartquotes = False
