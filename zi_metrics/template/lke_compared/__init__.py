"""An LKE workbook as we score it, beside what it says itself, and the reports of that."""
