FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV A=1 \
# expect DG5027 7-11
    B=${A} \
# expect DG5027 7-12
    C=${B}2
