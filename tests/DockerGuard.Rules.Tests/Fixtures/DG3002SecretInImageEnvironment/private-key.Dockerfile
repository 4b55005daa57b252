FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG3002 5-81
ENV SIGNING="-----BEGIN EC PRIVATE KEY-----MHcCAQEE-----END EC PRIVATE KEY-----"
