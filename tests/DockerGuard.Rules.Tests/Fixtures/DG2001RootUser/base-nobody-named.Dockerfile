ARG BASE
FROM $BASE
COPY publish/ /app
