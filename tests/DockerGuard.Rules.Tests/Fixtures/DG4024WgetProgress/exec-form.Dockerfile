FROM debian:13
# expect DG4024 6-12
RUN ["wget", "-O", "/tool", "https://example.com/tool"]
