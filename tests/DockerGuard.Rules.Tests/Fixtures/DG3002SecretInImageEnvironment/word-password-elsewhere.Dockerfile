FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV Hint="the password=of the day" Url="https://example.com/?a=1;b=2"
ENV Certificate="-----BEGIN CERTIFICATE-----MIIB-----END CERTIFICATE-----"
