SELECT l.category AS name, COUNT(DISTINCT o.order_id) AS orders, SUM(l.units) AS units, SUM(l.sales) AS sales
FROM orders o JOIN order_lines l ON l.order_id = o.order_id
WHERE o.state = 'confirmed'
GROUP BY l.category
ORDER BY sales DESC, name
