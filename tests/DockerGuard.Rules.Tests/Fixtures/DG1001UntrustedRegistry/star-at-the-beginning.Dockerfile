# policy: trusted=*.azurecr.io
FROM contoso.azurecr.io/web:1.0 AS a
# expect DG1001 6-24
FROM azurecr.io/web:1.0 AS b
# expect DG1001 6-44
FROM contoso.azurecr.io.example.com/web:1.0
