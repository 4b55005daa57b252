# policy: schema=a:text,b:url
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6006 9-13
# expect DG6006 14-16
LABEL a="  " b=
