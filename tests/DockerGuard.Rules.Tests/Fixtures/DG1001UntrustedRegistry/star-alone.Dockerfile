# policy: trusted=*
FROM ubuntu:24.04 AS a
FROM ghcr.io/contoso/web:1.0
