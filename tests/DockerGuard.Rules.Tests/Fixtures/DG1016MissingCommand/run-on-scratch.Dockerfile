FROM scratch
COPY app /app/
# expect DG1016 1-4
RUN chmod +x /app/web
ENTRYPOINT ["/app/web"]
