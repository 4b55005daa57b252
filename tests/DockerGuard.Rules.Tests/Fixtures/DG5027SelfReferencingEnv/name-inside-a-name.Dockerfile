FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV A=1 AB=2 C=$ABC D=${A_B}
