"""The workbook of the pack: sheets planned as plain values, then drawn."""
