FROM python:3.13-slim
# expect DG4019 14-21
RUN ["pip", "install", "six==1.16.0"]
# expect DG4019 9-18
RUN pip "install" six==1.16.0
RUN pip ins\
tall --no-cache-dir six==1.16.0
