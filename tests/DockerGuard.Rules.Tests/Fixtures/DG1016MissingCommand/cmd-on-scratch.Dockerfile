FROM scratch
COPY app /app/
# expect DG1016 1-4
CMD /app/web
