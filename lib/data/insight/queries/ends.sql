SELECT o.state AS name, COUNT(*) AS orders
FROM orders o
GROUP BY o.state
ORDER BY name
