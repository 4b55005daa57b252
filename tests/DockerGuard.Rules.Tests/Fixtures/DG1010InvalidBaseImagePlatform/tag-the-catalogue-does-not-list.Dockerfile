FROM --platform=linux/riscv64 mcr.microsoft.com/dotnet/aspnet:99.0
