# policy: trusted=registry.contoso.com/team
# expect DG1001 6-45
FROM registry.contoso.com/team-x/aspnet:10.0
