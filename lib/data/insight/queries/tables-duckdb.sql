-- The same two views over the same files, for DuckDB: for tests, and for a look at an export on one's own machine.
-- FILES stands for the files' pattern.

CREATE TABLE export AS
SELECT "Item" AS item
FROM read_json('FILES', format = 'newline_delimited', columns = {
  "Item": 'STRUCT(
    "orderId" STRUCT("S" VARCHAR),
    "state" STRUCT("S" VARCHAR),
    "reason" STRUCT("S" VARCHAR),
    "sale" STRUCT("M" STRUCT(
      "day" STRUCT("S" VARCHAR),
      "retailerId" STRUCT("S" VARCHAR),
      "paid" STRUCT("N" VARCHAR),
      "loyalty" STRUCT("BOOL" BOOLEAN),
      "lines" STRUCT("L" STRUCT("M" STRUCT(
        "slug" STRUCT("S" VARCHAR),
        "category" STRUCT("S" VARCHAR),
        "units" STRUCT("N" VARCHAR),
        "sales" STRUCT("N" VARCHAR)
      ))[]),
      "origin" STRUCT("M" STRUCT(
        "campaign" STRUCT("S" VARCHAR),
        "returning" STRUCT("BOOL" BOOLEAN),
        "loyaltySaving" STRUCT("N" VARCHAR)
      ))
    ))
  )'
});

CREATE VIEW orders AS
SELECT
  item.orderId.S AS order_id,
  item.state.S AS state,
  item.reason.S AS reason,
  item.sale.M.day.S AS day,
  item.sale.M.retailerId.S AS retailer,
  CAST(item.sale.M.paid.N AS bigint) AS paid,
  item.sale.M.loyalty.BOOL AS loyalty,
  CAST(item.sale.M.origin.M.loyaltySaving.N AS bigint) AS loyalty_saving,
  item.sale.M.origin.M.campaign.S AS campaign,
  COALESCE(item.sale.M.origin.M.returning.BOOL, false) AS is_returning
FROM export
WHERE item.sale IS NOT NULL;

CREATE VIEW order_lines AS
SELECT
  item.orderId.S AS order_id,
  line.M.slug.S AS slug,
  line.M.category.S AS category,
  CAST(line.M.units.N AS bigint) AS units,
  CAST(line.M.sales.N AS bigint) AS sales
FROM export
CROSS JOIN UNNEST(item.sale.M.lines.L) AS lines (line)
WHERE item.sale IS NOT NULL;
