CREATE TABLE invoices (
  invoice_id VARCHAR(100),
  entity VARCHAR(100),
  segment VARCHAR(100),
  customer VARCHAR(200),
  issue_date DATE,
  due_date DATE,
  amount_incl_tax DECIMAL(18, 2),
  amount_excl_tax DECIMAL(18, 2),
  currency VARCHAR(3),
  status VARCHAR(20)
);
CREATE TABLE payments (
  invoice_id VARCHAR(100),
  paid_on DATE,
  amount DECIMAL(18, 2)
);
