SELECT CAST('{{ var("as_of") }}' AS DATE) AS as_of
