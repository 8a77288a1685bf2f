-- All pairs of an order; the counters pair the five products of an order that cost most.
SELECT CONCAT(a.slug, '+', b.slug) AS name, COUNT(DISTINCT o.order_id) AS orders
FROM orders o
JOIN order_lines a ON a.order_id = o.order_id
JOIN order_lines b ON b.order_id = o.order_id AND a.slug < b.slug
WHERE o.state = 'confirmed'
GROUP BY a.slug, b.slug
ORDER BY orders DESC, name
