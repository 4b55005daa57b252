FROM ruby:3.3
RUN gem list bundler && gem update --system && gem uninstall rake
RUN bundle install && apt-get install -y ruby && echo gem install rake
