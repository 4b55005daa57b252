# policy: profile=hadolint
FROM alpine:3.22
# expect DG4024 5-9
RUN wget --spider https://example.com/ && wget -q https://example.com/tool
# expect DG4024 5-9
RUN wget https://example.com/tool 2>/dev/null
