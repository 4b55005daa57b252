FROM mcr.microsoft.com/dotnet/sdk:10.0
RUN <<EOF
set -e
# expect DG5032 8-14
  echo $first
EOF
RUN --mount=type=cache,target=/root/.nuget bash -e <<'EOF'
for item in one two; do
# expect DG5032 9-16
  echo "$secnod"
# expect DG5032 8-14
  echo $third
done
EOF
