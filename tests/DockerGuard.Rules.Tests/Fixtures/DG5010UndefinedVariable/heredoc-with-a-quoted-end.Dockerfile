FROM mcr.microsoft.com/dotnet/sdk:10.0
COPY <<'EOF' /start.sh
echo $1
EOF
