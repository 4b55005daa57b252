FROM python:3.13-slim AS base
# expect DG4019 10-17
RUN pip3 install six==1.16.0
FROM base
CMD ["python3"]
