-- The table's export to S3 as Athena reads it: DynamoDB JSON, one item a line, in the export's own folder `data`.
-- Only orders' lines in their customers' lists have `sale`; all other items are passed over.

CREATE EXTERNAL TABLE IF NOT EXISTS export (
  item struct<
    orderid: struct<s: string>,
    state: struct<s: string>,
    reason: struct<s: string>,
    sale: struct<m: struct<
      day: struct<s: string>,
      retailerid: struct<s: string>,
      paid: struct<n: string>,
      loyalty: struct<bool: boolean>,
      lines: struct<l: array<struct<m: struct<
        slug: struct<s: string>,
        category: struct<s: string>,
        units: struct<n: string>,
        sales: struct<n: string>
      >>>>,
      origin: struct<m: struct<
        campaign: struct<s: string>,
        returning: struct<bool: boolean>,
        loyaltysaving: struct<n: string>
      >>
    >>
  >
)
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES ('case.insensitive' = 'true', 'ignore.malformed.json' = 'true')
LOCATION 's3://BUCKET/AWSDynamoDB/EXPORT/data/';

CREATE OR REPLACE VIEW orders AS
SELECT
  item.orderid.s AS order_id,
  item.state.s AS state,
  item.reason.s AS reason,
  item.sale.m.day.s AS day,
  item.sale.m.retailerid.s AS retailer,
  CAST(item.sale.m.paid.n AS bigint) AS paid,
  item.sale.m.loyalty.bool AS loyalty,
  CAST(item.sale.m.origin.m.loyaltysaving.n AS bigint) AS loyalty_saving,
  item.sale.m.origin.m.campaign.s AS campaign,
  COALESCE(item.sale.m.origin.m.returning.bool, false) AS is_returning
FROM export
WHERE item.sale IS NOT NULL;

CREATE OR REPLACE VIEW order_lines AS
SELECT
  item.orderid.s AS order_id,
  m.slug.s AS slug,
  m.category.s AS category,
  CAST(m.units.n AS bigint) AS units,
  CAST(m.sales.n AS bigint) AS sales
FROM export
CROSS JOIN UNNEST(item.sale.m.lines.l) AS line (m)
WHERE item.sale IS NOT NULL;
