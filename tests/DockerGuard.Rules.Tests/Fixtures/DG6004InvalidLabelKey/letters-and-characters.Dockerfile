FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6004 7-17
LABEL Maintainer=anna
# expect DG6004 7-10
# expect DG6004 13-21
# expect DG6004 24-31
# expect DG6004 34-38
# expect DG6004 41-45
# expect DG6004 48-50
LABEL 1st=a build$id=b "a key"=c a..b=d a--b=e a.=f
