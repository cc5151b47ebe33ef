"""Spark for the tests of the queries: takes a request a line, and answers it in a line, both in JSON."""

import json
import sys

from pyspark.sql import SparkSession

OPTIONS = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.session.timeZone": "UTC",
    # Ledgers of some hundred rows: what takes time is the making of plans and of programs for them.
    "spark.default.parallelism": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.shuffle.partitions": "1",
    "spark.ui.enabled": "false",
}


def kind(column: str) -> str:
    if column in ("issue_date", "due_date", "paid_on"):
        return "DATE"
    return "DECIMAL(18, 2)" if column.startswith("amount") else "STRING"


def fill(spark: SparkSession, table: str, file: str) -> None:
    with open(file, encoding="utf-8") as lines:
        columns = lines.readline().strip().split(",")
    if spark.catalog.tableExists(table):
        # What is kept is found again by its file's name, whatever that holds by now.
        spark.table(table).unpersist(blocking=True)
    schema = ", ".join(f"{column} {kind(column)}" for column in columns)
    spark.read.csv(file, schema=schema, header=True).cache().createOrReplaceTempView(table)


def rows(spark: SparkSession, sql: str) -> list[dict[str, str | None]]:
    found = spark.sql(sql).collect()
    return [{name: None if value is None else str(value) for name, value in row.asDict().items()} for row in found]


def main() -> None:
    builder = SparkSession.builder.master("local[2]")
    for name, value in OPTIONS.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    for line in sys.stdin:
        request = json.loads(line)
        if "table" in request:
            fill(spark, request["table"], request["file"])
            answer = []
        else:
            answer = rows(spark, request["sql"])
        print(json.dumps(answer), flush=True)
    spark.stop()


main()
