# policy: profile=hadolint; trusted=hub.docker.com
FROM ubuntu:24.04
