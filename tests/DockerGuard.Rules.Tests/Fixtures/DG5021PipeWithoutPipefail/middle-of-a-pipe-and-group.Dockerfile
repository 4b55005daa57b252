FROM debian:13
# expect DG5021 14-20
RUN echo x | base64 -d | tee /key
# expect DG5021 5-36
RUN { curl https://example.com/a; } | tar -x
