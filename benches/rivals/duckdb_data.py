"""How the queries for DuckDB read the data: its columns, and a table of each file."""

COLUMNS = {
    "lead_id": "VARCHAR", "name": "VARCHAR", "email": "VARCHAR", "phone": "VARCHAR", "company": "VARCHAR",
    "country": "VARCHAR", "industry": "VARCHAR", "employees": "BIGINT", "revenue": "DOUBLE", "budget": "DOUBLE",
    "job_title": "VARCHAR", "source": "VARCHAR", "created_at": "DATE", "consent": "BOOLEAN",
}
EVENT = {"event": "VARCHAR", "at": "TIMESTAMP", "minutes": "DOUBLE", "page": "VARCHAR"}
NESTED = "STRUCT(" + ", ".join(f'"{name}" {kind}' for name, kind in EVENT.items()) + ")[]"


def typed(columns):
    return "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items()) + "}"


def source(form, folder, name, columns):
    path = f"'{folder}/{name}.{form}'"
    if form == "parquet":
        return f"read_parquet({path})"
    if form == "csv":
        shape = "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"'"
        return f"read_csv({path}, {shape}, columns = {typed(columns)})"
    return f"read_json({path}, format = 'newline_delimited', columns = {typed(columns)})"
