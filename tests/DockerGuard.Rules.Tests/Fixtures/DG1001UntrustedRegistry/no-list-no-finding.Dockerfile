FROM docker.io/someone/aspnet:10.0
