# policy: trusted=contoso.azurecr.io/team-*
FROM contoso.azurecr.io/team-a/web:1.0 AS a
# expect DG1001 6-34
FROM contoso.azurecr.io/other:1.0
