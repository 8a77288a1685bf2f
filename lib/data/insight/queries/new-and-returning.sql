SELECT CASE WHEN o.is_returning THEN 'returning' ELSE 'new' END AS name,
  COUNT(DISTINCT o.order_id) AS orders, SUM(l.sales) AS sales
FROM orders o JOIN order_lines l ON l.order_id = o.order_id
WHERE o.state = 'confirmed'
GROUP BY o.is_returning
ORDER BY name
