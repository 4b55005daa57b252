FROM debian:13
# expect DG4024 7-11
RUN ["wget", "-O", "/tool", "https://example.com/tool"]
