"""The workbook coordinators start from: one plan, written as an .xlsx file or a Google Sheet."""
