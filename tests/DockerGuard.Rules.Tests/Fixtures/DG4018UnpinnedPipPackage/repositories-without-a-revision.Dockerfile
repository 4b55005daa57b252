FROM python:3.13-slim
# expect DG4018 17-56
RUN pip install git+https://github.com/contoso/tool.git
# expect DG4018 17-67
RUN pip install git+ssh://git@github.com/contoso/tool.git#egg=tool
# expect DG4018 20-68
RUN pip install -e git+https://github.com/contoso/tool.git#egg=tool
